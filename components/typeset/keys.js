// Keys of the whole page: a digit opens a screen, B goes back, T captures, ? opens the help.

const onPageKey = (event) => {
  const [target] = event.composedPath();
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || typesIn(target)) return;
  if (/^[1-9]$/.test(event.key) || ["b", "t", "?"].includes(event.key)) {
    event.preventDefault();
    window.datelineKey({ field: "key", value: event.key });
  }
};

export default function ({ setTriggerValue }) {
  if (!window.datelineKey) document.addEventListener("keydown", onPageKey);
  window.datelineKey = (pressed) => setTriggerValue("event", pressed);
}
