// The list shows a new mail by itself; without scripting it is there after a reload.
const shown = document.querySelector('main').dataset.newest;

if (location.pathname === '/') {
  setInterval(async () => {
    if (document.hidden) return;
    try {
      const newest = await (await fetch('/api/newest')).text();
      if (newest !== shown) location.reload();
    } catch {
      // Reprieve has been stopped; the next start answers again
    }
  }, 1500);
}
