/** Moves the focus among the check boxes of a list on the arrow keys, Home and End; other keys go on as they were. */
export function moveFocus(event: KeyboardEvent): void {
  if (!(event.currentTarget instanceof HTMLElement) || !(event.target instanceof HTMLInputElement)) return;
  if (event.target.type !== 'checkbox') return;
  const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
  const last = boxes.length - 1;
  const at = boxes.indexOf(event.target);
  const goal = { ArrowDown: Math.min(at + 1, last), ArrowUp: Math.max(at - 1, 0), Home: 0, End: last }[event.key];
  if (goal === undefined) return;
  event.preventDefault();
  boxes[goal]?.focus();
}
