// Where the map looks now. It tells no one, so that it is read where React keeps what it draws.

const cameraOf = (chart) => {
  const key = chart && Object.keys(chart).find((name) => name.startsWith("__reactFiber$"));
  const waiting = key ? [chart[key].child] : [];
  for (let seen = 0; waiting.length && seen < 2000; seen += 1) {
    const fiber = waiting.pop();
    if (!fiber) continue;
    const view = fiber.memoizedProps?.viewState;
    const camera = [view?.longitude, view?.latitude, view?.zoom];
    if (camera.every(Number.isFinite)) return camera;
    waiting.push(fiber.sibling, fiber.child);
  }
  return null;
};

export default function ({ setStateValue }) {
  let told = "";
  const tell = () => {
    const camera = cameraOf(document.querySelector(".st-key-map_chart [data-testid=stDeckGlJsonChart]"));
    if (JSON.stringify(camera) === told) return;
    told = JSON.stringify(camera);
    setStateValue("camera", camera);
  };
  tell();
  document.addEventListener("pointerdown", tell, true);
  document.addEventListener("keydown", tell, true);
  return () => {
    document.removeEventListener("pointerdown", tell, true);
    document.removeEventListener("keydown", tell, true);
  };
}
