const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text as it stands in SVG, in an element or between the quotes of an attribute (XML 1.0, §2.4). */
export const svgText = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ENTITIES[character])
