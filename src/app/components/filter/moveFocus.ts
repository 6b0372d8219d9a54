import { matchesShortcut } from '../../shortcuts/shortcuts';

/** Moves the focus among the check boxes of a list on the arrow keys, Home and End; other keys go on as they were. */
export function moveFocus(event: KeyboardEvent): void {
  if (!(event.currentTarget instanceof HTMLElement) || !(event.target instanceof HTMLInputElement)) return;
  if (event.target.type !== 'checkbox') return;
  const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
  const at = boxes.indexOf(event.target);
  const goals = {
    nextOption: Math.min(at + 1, boxes.length - 1),
    previousOption: Math.max(at - 1, 0),
    firstOption: 0,
    lastOption: boxes.length - 1,
  };
  const moves = ['nextOption', 'previousOption', 'firstOption', 'lastOption'] as const;
  const move = moves.find((id) => matchesShortcut(event, id));
  if (!move) return;
  event.preventDefault();
  boxes[goals[move]]?.focus();
}
