// When a form comes back with errors, the summary takes the focus; its links lead into the field, not only to it.

const summary = document.querySelector("[data-error-summary]");

if (summary) {
  summary.focus();
  summary.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const field = link && document.getElementById(link.hash.slice(1));
    if (field) {
      event.preventDefault();
      (field.closest("fieldset, .field") ?? field).scrollIntoView();
      field.focus({ preventScroll: true });
    }
  });
}
