/** What a picture is laid out for; `typePx` is the size of axes and labels, `dpi` what the file says of its density at 1×. */
export interface PictureSize {
  widthPx: number;
  heightPx: number;
  typePx: number;
  dpi: number;
}

/** A slide of 1920 pixels is 13⅓ inches wide. */
const slideDpi = 144;

/** Sizes of exported pictures in CSS pixels at 1×. Ids are stable: they are in file names and saved choices. */
export const presets = {
  /** A whole 16:9 slide. */
  full: { widthPx: 1920, heightPx: 1080, typePx: 26, dpi: slideDpi },
  /** Half of a 16:9 slide, seen at the scale of a whole one. */
  half: { widthPx: 960, heightPx: 1080, typePx: 23, dpi: slideDpi },
  /** A whole 4:3 slide. */
  'four-three': { widthPx: 1440, heightPx: 1080, typePx: 25, dpi: slideDpi },
  /** The text column of an official A4 page, 156 mm, at 300 dots an inch; its type prints at 8½ points. */
  'a4-column': { widthPx: 1843, heightPx: 1228, typePx: 36, dpi: 300 },
  square: { widthPx: 1080, heightPx: 1080, typePx: 23, dpi: slideDpi },
  /** Head picture of an article on 微信公众号, seen on a phone. */
  wechat: { widthPx: 900, heightPx: 383, typePx: 17, dpi: slideDpi },
} as const satisfies Record<string, PictureSize>;

export type PresetId = keyof typeof presets;

/** All preset ids in the order of menus. */
export const presetIds = Object.keys(presets) as PresetId[];

export const scales = [1, 2, 3, 4] as const;
export type Scale = (typeof scales)[number];

/** A size that a person typed, in pixels at 1×. */
export interface OwnSize {
  widthPx: number;
  heightPx: number;
}

/** Least and greatest side of an own size: below, words crowd the chart out; above, a 4× canvas is refused. */
export const ownSizeLimits = { least: 320, most: 4000 } as const;

/** Whether both sides are whole pixels within the limits. */
export function isOwnSize({ widthPx, heightPx }: OwnSize): boolean {
  return [widthPx, heightPx].every(
    (side) => Number.isInteger(side) && side >= ownSizeLimits.least && side <= ownSizeLimits.most,
  );
}

/** The size of a choice; the type of an own size grows with its area as that of the presets does. */
export function pictureSize({ preset, ownSize }: { preset: PresetId; ownSize?: OwnSize | null }): PictureSize {
  if (!ownSize) return presets[preset];
  const typePx = Math.round(Math.sqrt(ownSize.widthPx * ownSize.heightPx) / 50);
  return { ...ownSize, typePx: Math.max(13, typePx), dpi: slideDpi };
}
