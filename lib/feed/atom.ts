import { xml } from '#lib/xml'

/** The name space of Atom (RFC 4287). */
export const ATOM = 'http://www.w3.org/2005/Atom'

export interface FeedEntry {
  /** A UUID. */
  id: string
  title: string
  /** Absolute, as `pdfUrl` is. */
  url: string
  /** The document itself, when there is one to take away. */
  pdfUrl?: string
  /** ISO 8601, as are all dates here. */
  updated: string
  summary: string
}

export interface Feed {
  /** Absolute address of the page that the feed follows; the feed itself is its `fil.atom`. */
  home: string
  /** Where the feed itself is, when it is elsewhere. */
  self?: string
  title: string
  author: string
  /** When it last changed, as long as it has no entry. */
  updated: string
  /** Newest first. */
  entries: FeedEntry[]
}

/** An Atom feed in French (RFC 4287). */
export function atomFeed({ home, self, title, author, updated, entries }: Feed): string {
  const last = entries
    .map((entry) => entry.updated)
    .toSorted()
    .at(-1)
  return `<?xml version="1.0" encoding="utf-8"?>\n${xml`<feed xmlns="${ATOM}" xml:lang="fr">
  <id>${home}</id>
  <title>${title}</title>
  <link href="${home}"/>
  <link rel="self" href="${self ?? `${home}/fil.atom`}"/>
  <author><name>${author}</name></author>
  <updated>${last ?? updated}</updated>${entries.map(entryOf)}
</feed>`}\n`
}

const entryOf = ({ id, title, url, pdfUrl, updated, summary }: FeedEntry) => xml`
  <entry>
    <id>urn:uuid:${id}</id>
    <title>${title}</title>
    <link href="${url}"/>${
      pdfUrl &&
      xml`
    <link rel="enclosure" type="application/pdf" href="${pdfUrl}"/>`
    }
    <updated>${updated}</updated>
    <summary>${summary}</summary>
  </entry>`
