// Keys of the whole page: a digit opens a screen, B goes back, T captures, ? opens the help.
// One that is pressed while a screen is on its way waits until it stands. It is said again until the
// server has heard it: of what is asked for while a run ends Streamlit may drop the last.

const LOOKS_AGAIN_MS = 60;
const SAYS_AGAIN_MS = 700;
const WAITS_MS = 15000;
// Opens a form, with which the page is not drawn anew: whether it was heard is not told here.
const DRAWS_A_PART = "t";

const stands = () => document.querySelector("[data-testid=stApp]")?.dataset.testScriptState !== "running";

const sendPressed = () => {
  const { key, sent, until } = window.datelinePressed ?? {};
  clearTimeout(window.datelineLooks);
  if (!key || performance.now() > until || sent <= window.datelineHeard) {
    window.datelinePressed = null;
    return;
  }
  const isStanding = stands();
  if (isStanding) window.datelineKey({ field: "key", value: key, sent });
  if (isStanding && key === DRAWS_A_PART) window.datelinePressed = null;
  else window.datelineLooks = setTimeout(sendPressed, isStanding ? SAYS_AGAIN_MS : LOOKS_AGAIN_MS);
};

const onPageKey = (event) => {
  const [target] = event.composedPath();
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || typesIn(target)) return;
  if (/^[1-9]$/.test(event.key) || ["b", "t", "?"].includes(event.key)) {
    event.preventDefault();
    const sent = performance.now();
    window.datelinePressed = { key: event.key, sent, until: sent + WAITS_MS };
    sendPressed();
  }
};

export default function ({ setTriggerValue, data }) {
  if (!window.datelineKey) document.addEventListener("keydown", onPageKey);
  window.datelineKey = (pressed) => setTriggerValue("event", pressed);
  window.datelineHeard = data.heard;
}
