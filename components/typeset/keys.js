// Keys of the whole page: a digit opens a screen, B goes back, ? opens the help.

export default function ({ setTriggerValue }) {
  const leave = new AbortController();
  const onKey = (event) => {
    const [target] = event.composedPath();
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || typesIn(target)) return;
    if (/^[1-9]$/.test(event.key) || ["b", "?"].includes(event.key)) {
      event.preventDefault();
      setTriggerValue("event", { field: "key", value: event.key });
    }
  };
  document.addEventListener("keydown", onKey, { signal: leave.signal });
  return () => leave.abort();
}
