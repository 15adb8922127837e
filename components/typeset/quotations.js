const tellRoom = ({ data, setTriggerValue }) => {
  const room = document.querySelector(".st-key-map")?.clientWidth;
  if (data.room && room && Math.abs(room / data.room - 1) > 0.25) {
    setTriggerValue("event", { field: "room", value: room });
  }
};

export default function (component) {
  drawList(component, quotation);
  tellRoom(component);
}
