import { inject, type InjectionKey } from 'vue';

/** Turns to the page of places that a number or a code is on. */
export type TurnTo = (from: number | string) => void;

export const turnToKey: InjectionKey<TurnTo> = Symbol('pages of places');

/** The way to another page of the figure that a card shows. */
export const useTurnTo = (): TurnTo | null => inject(turnToKey, null);
