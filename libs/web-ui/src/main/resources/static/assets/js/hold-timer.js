// Counts down to the end of a hold. The sentence beside it says until when without any script; this adds how long
// that is, and tells a screen reader twice, politely: two minutes and half a minute before the end.

const SECOND = 1000;
const WARNINGS = [
  { left: 120, words: "twoMinutes" },
  { left: 30, words: "halfMinute" },
  { left: 0, words: "over" },
];

// The seconds come from the server: nobody's time is over because their own clock is fast. From then on the browser's
// stopwatch counts; it may stand still while a phone sleeps, so what the clock has gone ahead meanwhile counts too.
function stopwatch() {
  const begun = performance.now();
  const clock = Date.now();
  return () => Math.max(performance.now() - begun, Date.now() - clock);
}

function watch(hold) {
  const kept = Number.parseInt(hold.dataset.secondsLeft, 10);
  const passed = stopwatch();
  const shown = hold.querySelector("[data-hold-left]");
  const status = hold.querySelector("[data-hold-status]");
  const secondsLeft = () => Math.max(0, Math.ceil(kept - passed() / SECOND));
  // what was due before the page was opened is not said again
  let ahead = WARNINGS.filter((warning) => warning.left < secondsLeft());

  function tick() {
    const left = secondsLeft();
    const due = ahead.filter((warning) => warning.left >= left);
    ahead = ahead.filter((warning) => warning.left < left);
    if (due.length > 0) {
      status.textContent = status.dataset[due.at(-1).words];
    }
    shown.textContent =
      left >= 90
        ? shown.dataset.minutes.replace("{0}", Math.round(left / 60))
        : shown.dataset.seconds.replace("{0}", left);
    shown.hidden = left === 0;
    if (left === 0) {
      hold.querySelector("[data-hold-words]").textContent = status.dataset.over;
      clearInterval(timer);
    }
  }

  const timer = setInterval(tick, SECOND);
  if (!Number.isNaN(kept)) {
    tick();
  } else {
    clearInterval(timer);
  }
}

document.querySelectorAll("[data-hold]").forEach(watch);
