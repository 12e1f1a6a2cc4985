/* Elements made one by one: whatever comes from data is text, never markup. */

/** Make an element with attributes (`false` and `null` leave one out) and children (elements or text). */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

/** Make a button that does something. */
export function makeButton(text, act, className = "c-button") {
  const button = make("button", { type: "button", class: className }, text);
  button.addEventListener("click", act);
  return button;
}

/** Make a link of this very page: a plain click is taken over, any other is the browser's own. */
export function makeStep(text, href, act, attributes = {}) {
  const link = make("a", { href, ...attributes }, text);
  link.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    act();
  });
  return link;
}
