export interface Browser {
  path: string;
  args: string[];
}
export function findBrowser(): Browser | null;
