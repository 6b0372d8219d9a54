import { escapeXml } from '../svg/plainSvg';

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export type Attributes = Record<string, string | number | undefined>;

/** An element; attributes are escaped, those that are undefined left out; children are XML already. */
export function tag(name: string, attributes: Attributes = {}, ...children: string[]): string {
  const list = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escapeXml(String(value))}"`]))
    .join('');
  const content = children.join('');
  return content === '' ? `<${name}${list}/>` : `<${name}${list}>${content}</${name}>`;
}

/** An element that holds one attribute `val`, as most of DrawingML and WordprocessingML are. */
export const val = (name: string, value: string | number) => tag(name, { val: value });

/** A colour of the tokens, `#rrggbb`, as a solid fill. */
export const solid = (hex: string) => tag('a:solidFill', {}, val('a:srgbClr', hex.slice(1).toUpperCase()));
