// Keys of the whole page: a digit opens a screen, B goes back, T captures, ? opens the help.
// One that is pressed while a screen is on its way waits until it stands.

const LOOKS_AGAIN_MS = 60;
const WAITS_MS = 15000;

const stands = () => document.querySelector("[data-testid=stApp]")?.dataset.testScriptState !== "running";

const sendPressed = () => {
  const { key, until } = window.datelinePressed ?? {};
  const isLate = performance.now() > until;
  if (key && !isLate && !stands()) {
    setTimeout(sendPressed, LOOKS_AGAIN_MS);
    return;
  }
  window.datelinePressed = null;
  if (key && !isLate) window.datelineKey({ field: "key", value: key });
};

const onPageKey = (event) => {
  const [target] = event.composedPath();
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || typesIn(target)) return;
  if (/^[1-9]$/.test(event.key) || ["b", "t", "?"].includes(event.key)) {
    event.preventDefault();
    const isWaiting = Boolean(window.datelinePressed);
    window.datelinePressed = { key: event.key, until: performance.now() + WAITS_MS };
    if (!isWaiting) sendPressed();
  }
};

export default function ({ setTriggerValue }) {
  if (!window.datelineKey) document.addEventListener("keydown", onPageKey);
  window.datelineKey = (pressed) => setTriggerValue("event", pressed);
}
