import { xml } from '#lib/xml'

export interface RegisterEntry {
  id: string
  title: string
  url: string
  pdfUrl: string
  /** ISO 8601. */
  updated: string
  summary: string
}

export interface RegisterFeed {
  /** Address of the public register. */
  home: string
  author: string
  entries: RegisterEntry[]
}

const NEVER = '1970-01-01T00:00:00Z'

/** The public register as an Atom feed (RFC 4287), newest first. */
export function registerFeed({ home, author, entries }: RegisterFeed): string {
  const updated =
    entries
      .map((entry) => entry.updated)
      .toSorted()
      .at(-1) ?? NEVER
  const items = entries.map(
    (entry) => xml`
  <entry>
    <id>urn:uuid:${entry.id}</id>
    <title>${entry.title}</title>
    <link href="${entry.url}"/>
    <link rel="enclosure" type="application/pdf" href="${entry.pdfUrl}"/>
    <updated>${entry.updated}</updated>
    <summary>${entry.summary}</summary>
  </entry>`
  )
  return `<?xml version="1.0" encoding="utf-8"?>\n${xml`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
  <id>${home}</id>
  <title>${`Actes publiés, ${author}`}</title>
  <link href="${home}"/>
  <link rel="self" href="${`${home}/fil.atom`}"/>
  <author><name>${author}</name></author>
  <updated>${updated}</updated>${items}
</feed>`}\n`
}
