import { xml } from '#lib/xml'

/** What changed for the public, newest first; dates are ISO 8601. */
export interface FeedEntry {
  id: string
  title: string
  url: string
  updated: string
  summary: string
}

export interface Feed {
  home: string
  title: string
  author: string
  updated: string
  entries: FeedEntry[]
}

/** The project's Atom feed (RFC 4287). */
export function projectFeed(feed: Feed): string {
  const updated =
    feed.entries
      .map((entry) => entry.updated)
      .sort()
      .at(-1) ?? feed.updated
  const entries = feed.entries.map(
    (entry) => xml`<entry>
    <id>urn:uuid:${entry.id}</id>
    <title>${entry.title}</title>
    <link href="${feed.home}${entry.url}"/>
    <updated>${entry.updated}</updated>
    <summary>${entry.summary}</summary>
  </entry>`
  )
  return `<?xml version="1.0" encoding="utf-8"?>\n${xml`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
  <id>${feed.home}</id>
  <title>${feed.title}</title>
  <link href="${feed.home}"/>
  <link rel="self" href="${feed.home}/fil.atom"/>
  <author><name>${feed.author}</name></author>
  <updated>${updated}</updated>
  ${entries}
</feed>`}`
}
