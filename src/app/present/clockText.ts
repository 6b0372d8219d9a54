const two = (n: number) => String(n).padStart(2, '0');

/** The time of day, 09:05:07. */
export function clockText(now: Date): string {
  return [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join(':');
}

/** A span of milliseconds as minutes and seconds, with hours from one hour on: 07:05, 1:02:03. Before the start it is 00:00. */
export function elapsedText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = [minutes, seconds % 60].map(two).join(':');
  return hours === 0 ? rest : `${String(hours)}:${rest}`;
}
