/** Today as the person's calendar has it, ISO. */
export function today(): string {
  const now = new Date();
  const part = (n: number) => String(n).padStart(2, '0');
  return `${String(now.getFullYear())}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}
