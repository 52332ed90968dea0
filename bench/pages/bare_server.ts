import { createServer } from 'node:http'
import pg from 'pg'

/**
 * What the same pages cost without a framework, a session nor a layout: one transaction in the
 * tenant's name with the page's own query, and a string. Started by bench/pages as a program.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_APP_URL, max: 20 })

const escape = (text: unknown) =>
  String(text).replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!
  )

/** What each page asks: the home asks for what waits, and for what happened; then what is public. */
const QUERIES: Record<string, string[]> = {
  list: [
    `select id, state, numero, objet, nature_code, decision_date from actes.actes where tenant_id = $1 order by id desc limit 51`,
  ],
  home: [
    `select id, title, url, created_at from kernel.tasks where tenant_id = $1 and role = 'agent' order by due_at nulls last, created_at limit 8`,
    `select position, type, at from kernel.journal_entries where tenant_id = $1 and capability = 'actes' order by position desc limit 7`,
  ],
  register: [
    `select id, objet, numero, nature_code, decision_date, published_on from actes.actes where tenant_id = $1 and published_on is not null order by published_on desc, id desc limit 51`,
  ],
  project: [
    `select id, title, presentation, first_year, last_year from territory.projects where tenant_id = $1 and public limit 1`,
    `select id, number, title from territory.axes where tenant_id = $1 order by number`,
    `select id, axe_id, number, title, statut, sections from territory.fiche_actions where tenant_id = $1 and public order by number`,
  ],
}

const ROWS: Record<string, (row: any) => string> = {
  list: (row: any) =>
    `<tr><td>${escape(row.state)}</td><td>${escape(row.numero)}</td><th><a href="/${row.id}">${escape(row.objet)}</a></th><td>${row.nature_code}</td><td>${row.decision_date}</td></tr>`,
  home: (row: any) =>
    `<li><a href="${escape(row.url)}">${escape(row.title ?? row.type)}</a> ${row.created_at ?? row.at}</li>`,
  register: (row: any) =>
    `<tr><td>${row.published_on}</td><th><a href="/${row.id}">${escape(row.objet)}</a></th><td>${row.nature_code}</td><td>${escape(row.numero)}</td></tr>`,
  project: (row: any) =>
    `<article><h2>${row.number ?? ''} ${escape(row.title)}</h2><p>${escape(row.presentation ?? '')}</p></article>`,
}
const KIND_OF: Record<string, string> = {
  'c/': 'home',
  'c/actes': 'list',
  'p/actes': 'register',
  'p/projet': 'project',
}

async function page(kind: string, slug: string): Promise<string> {
  const client = await pool.connect()
  try {
    const { rows: found } = await client.query(
      'select id, name from kernel.tenants where slug = $1',
      [slug]
    )
    const [tenant] = found
    await client.query('begin')
    await client.query(`set local app.tenant_id = '${tenant.id}'`)
    const rows = []
    for (const query of QUERIES[kind]) rows.push(...(await client.query(query, [tenant.id])).rows)
    await client.query('commit')
    const body = rows.map(ROWS[kind]).join('\n')
    return `<!doctype html><html lang="fr"><head><title>Actes</title></head><body><h1>${escape(tenant.name)}</h1><table>${body}</table></body></html>`
  } finally {
    client.release()
  }
}

createServer(async (request, response) => {
  const [, side, slug, room = ''] = request.url!.split('/')
  const html = await page(KIND_OF[`${side}/${room}`], slug)
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html)
}).listen(Number(process.env.PORT), '127.0.0.1')
