package health.reprieve.ui.connection;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/** Keeps the server's connections alive in the full sense of the word. */
@Configuration(proxyBeanMethods = false)
public class ConnectionConfiguration {

    @Bean
    NettyServerCustomizer keepReading() {
        return ConnectionConfiguration::keepReading;
    }

    static HttpServer keepReading(HttpServer server) {
        return server.doOnChannelInit((observer, channel, address) ->
                channel.pipeline().addAfter(NettyPipeline.HttpCodec, "keep-reading", new KeepReading()));
    }
}
