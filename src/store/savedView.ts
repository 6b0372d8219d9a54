/** A saved view: a name and the address that reopens it. */
export interface SavedView {
  id: string;
  name: string;
  /** Route with query, e.g. `/trend?i=funds`. */
  address: string;
  /** ISO date and time. */
  createdAt: string;
}
