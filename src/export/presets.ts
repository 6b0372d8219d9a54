/** Sizes of exported pictures in CSS pixels at 1×. Ids are stable: they are in file names and saved choices. */
export const presets = {
  /** A whole 16:9 slide. */
  full: { widthPx: 1920, heightPx: 1080 },
  /** Half of a 16:9 slide. */
  half: { widthPx: 960, heightPx: 1080 },
  /** A whole 4:3 slide. */
  'four-three': { widthPx: 1440, heightPx: 1080 },
  square: { widthPx: 1080, heightPx: 1080 },
} as const satisfies Record<string, { widthPx: number; heightPx: number }>;

export type PresetId = keyof typeof presets;

/** All preset ids in the order of menus. */
export const presetIds = Object.keys(presets) as PresetId[];

export const scales = [1, 2, 3] as const;
export type Scale = (typeof scales)[number];
