package health.reprieve.ui.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * Reads on after every answer. Reactor Netty (up to 1.3.7 at least, reactor-netty #4361) forgets to when a request came
 * before the last answer was quite ended and is then answered at once: the connection stays open and deaf, and whoever
 * reuses it, a browser fetching styles or the front door asking a service, waits until its patience ends. A client that
 * knows an answer's length is early like that without meaning to. Reading once too often harms nobody.
 */
final class KeepReading extends ChannelOutboundHandlerAdapter {

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        var written = promise.unvoid();
        if (message instanceof LastHttpContent) {
            written.addListener(ended -> context.executor().execute(context::read));
        }
        super.write(context, message, written);
    }
}
