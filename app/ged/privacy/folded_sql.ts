/** Letters and digits alone of a text of the base, as the words that are looked for are written. */
export const foldedSql = (sql: string): string =>
  `regexp_replace(replace(replace(lower(normalize(${sql}, NFKD)),
    'œ', 'oe'), 'æ', 'ae'), '[^[:alnum:]]', '', 'g')`
