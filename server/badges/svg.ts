/** Open Badges 3.0, "Baking", SVG. */
const NAMESPACE = 'https://purl.imsglobal.org/ob/v3p0'

/** Looks at the beginning: a byte order mark, a declaration, comments and a doctype may stand before the root. */
export const isSvg = (text: string): boolean =>
  /^[\s\uFEFF]*(?:(?:<!--[\s\S]*?-->|<[?!][^>]*>)\s*)*<svg[\s>]/.test(text.slice(0, 4000))

/** The picture with the credential as its root's first child; throws where it is no SVG. */
export function bakedSvg(svg: string, jws: string): string {
  const root = /<svg\b[^>]*>/.exec(svg)
  if (!root) throw new RangeError('not an SVG')
  const opened = root[0].replace('<svg', `<svg xmlns:openbadges="${NAMESPACE}"`)
  const after = svg.slice(root.index + root[0].length)
  return `${svg.slice(0, root.index)}${opened}<openbadges:credential verify="${jws}"/>${after}`
}

/** The text baked into an SVG: an attribute, or what stands inside the element; null where there is none. */
export function textInSvg(svg: string): string | null {
  const element = /<openbadges:(?:credential|assertion)\b([^>]*)>/.exec(svg)
  if (!element) return null
  const attribute = /\bverify\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(element[1] ?? '')
  if (attribute) return attribute[1] ?? attribute[2] ?? null
  const inside = svg.slice(element.index + element[0].length).split('</openbadges:')[0] ?? ''
  return inside.replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, '').trim() || null
}
