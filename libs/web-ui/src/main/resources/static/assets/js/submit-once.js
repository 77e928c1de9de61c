// A form that has been sent is not sent again while the answer is on its way: hands that shake press twice.
// The server is safe without this; it only spares people a page about a time they hold already.

const busy = new WeakSet();

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented) {
    return; // some other script sends it, without leaving the page
  }
  if (busy.has(form)) {
    event.preventDefault();
    return;
  }
  busy.add(form);
  form.setAttribute("aria-busy", "true");
  event.submitter?.setAttribute("aria-disabled", "true");
});

// The page may come back from the browser's memory, with its buttons as they were left.
window.addEventListener("pageshow", (event) => {
  if (!event.persisted) {
    return;
  }
  for (const form of document.querySelectorAll("form[aria-busy]")) {
    busy.delete(form);
    form.removeAttribute("aria-busy");
  }
  for (const button of document.querySelectorAll("[aria-disabled]")) {
    button.removeAttribute("aria-disabled");
  }
});
