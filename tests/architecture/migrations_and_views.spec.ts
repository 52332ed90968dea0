import { basename } from 'node:path'
import { test } from '@japa/runner'
import { FROZEN, frozenFile, frozenLine } from '#console/scaffold/frozen_migrations'
import { rule } from './support/rule.js'
import { house, planted, roomsOf, type Tree } from './support/tree.js'

const migrationsOf = (tree: Tree) =>
  tree.files.filter((file) => file.startsWith('database/migrations/'))
const viewsOf = (tree: Tree) => tree.files.filter((file) => file.endsWith('.edge'))

/** `<13 digits>_<room>_<what>.ts`, one moment each, and only the room's own tables. */
function badMigrations(tree: Tree): string[] {
  const rooms = ['kernel', ...roomsOf(tree)]
  const moments = migrationsOf(tree).map((file) => basename(file).split('_')[0])
  return migrationsOf(tree).flatMap((file) => {
    const [, room] = /^\d{13}_([a-z]+)_[a-z0-9_]+\.ts$/.exec(basename(file)) ?? []
    const foreign = [
      ...tree
        .read(file)
        .matchAll(
          /(?:create|alter|drop)\s+(?:unlogged\s+)?table\s+(?:if\s+(?:not\s+)?exists\s+)?([a-z_]+)\.(\w+)/gi
        ),
    ]
      .filter(([, schema]) => room && schema !== room)
      .map(([, schema, table]) => `${file}: it changes ${schema}.${table}`)
    return [
      ...(room && rooms.includes(room) ? [] : [`${file}: not named <moment>_<room>_<what>.ts`]),
      ...(moments.filter((moment) => basename(file).startsWith(moment)).length > 1
        ? [`${file}: its moment is taken`]
        : []),
      ...foreign,
    ]
  })
}

/** A migration that was merged has run somewhere: it is never edited, another one comes after it. */
function thawedMigrations(tree: Tree): string[] {
  const lists = tree.files.filter((file) => file.startsWith(`${FROZEN}/`))
  const frozen = new Set(lists.flatMap((file) => tree.read(file).split('\n').filter(Boolean)))
  const lines = migrationsOf(tree).map((file) => frozenLine(basename(file), tree.read(file)))
  const names = [...frozen].map((line) => line.slice(66))
  return [
    ...lines
      .filter((line) => !frozen.has(line))
      .map((line) =>
        names.includes(line.slice(66))
          ? `${line.slice(66)}: it was edited after its merge; write another migration`
          : `${line.slice(66)}: add to ${frozenFile(line.slice(66))} the line ${line}`
      ),
    ...[...frozen]
      .filter((line) => !lines.some((known) => known.slice(66) === line.slice(66)))
      .map((line) => `${line.slice(66)}: it was merged and is gone`),
  ]
}

const VIEW_BREACHES: [RegExp, string][] = [
  [/<[a-z][^<>]*\sstyle\s*=/i, 'an inline style, which the CSP refuses'],
  [/<style[\s>]/i, 'a <style>, which the CSP refuses'],
  [
    /<script(?![^>]*(?:\bsrc=|application\/ld\+json))[\s>]/i,
    'an inline <script>, which the CSP refuses',
  ],
  [/<[a-z][^<>]*\son[a-z]+\s*=/i, 'an inline handler, which the CSP refuses'],
  [/javascript:/i, 'a javascript: address, which the CSP refuses'],
  [
    /https?:\/\/(?!www\.w3\.org|127\.0\.0\.1)[^"'\s]*\.(?:js|css|woff2?|png|svg)\b/i,
    'something fetched from another server',
  ],
]

const badMarkup = (tree: Tree): string[] =>
  viewsOf(tree).flatMap((file) => {
    const text = tree.read(file).replace(/\{\{--[\s\S]*?--\}\}/g, '')
    return VIEW_BREACHES.filter(([pattern]) => pattern.test(text)).map(
      ([, what]) => `${file}: ${what}`
    )
  })

const ROOM_STYLES = /^resources\/css\/rooms\/(\w+)\.css$/

/** The styles of a room hold in its pages alone: one rule, which says whose it is, and all inside. */
const looseStyles = (tree: Tree): string[] =>
  tree.files.flatMap((file) => {
    const room = ROOM_STYLES.exec(file)?.[1]
    if (!room) return []
    if (!roomsOf(tree).includes(room)) return [`${file}: there is no room of this name`]
    const text = tree.read(file).replace(/\/\*[\s\S]*?\*\//g, '')
    const loose = text.split('\n').filter((line) => /^[^\s}]/.test(line))
    const scope = `:where([data-room='${room}']) {`
    return loose
      .filter((line) => line !== scope)
      .map((line) => `${file}: ${line} is not of ${scope}`)
  })

/** SVG and HTML that TypeScript writes meets the same browser. */
const badMarkupInCode = (tree: Tree): string[] =>
  tree.files
    .filter((file) => /^app\/.*\.ts$/.test(file))
    .filter((file) =>
      /\sstyle="(?!\$)|<style[\s>]|\son(?:click|load|error)="/.test(tree.read(file))
    )
    .map((file) => `${file}: it writes an inline style or handler, which the CSP refuses`)

/** Edge prints a tag that is not alone on its line, and compiles an `@include` of a loop each time. */
function badTags(tree: Tree): string[] {
  return viewsOf(tree).flatMap((file) => {
    let loops = 0
    const open: boolean[] = []
    return tree
      .read(file)
      .split('\n')
      .flatMap((line, index) => {
        const tag = /^\s*@(\w+)/.exec(line)?.[1]
        if (tag && ['each', 'if', 'unless', 'component', 'slot'].includes(tag)) {
          open.push(tag === 'each')
          if (tag === 'each') loops++
        }
        if (tag === 'end' && open.pop()) loops--
        const at = `${file}:${index + 1}`
        return [
          ...(/\S\s*@(?:each|if|elseif|unless|slot|!?component|include)\(|\S\s*@end\b/.test(line)
            ? [`${at}: a tag stands alone on its line`]
            : []),
          ...(tag === 'include' && loops > 0
            ? [`${at}: an @include inside @each is compiled at each turn`]
            : []),
        ]
      })
  })
}

const BREACHES = {
  'resources/css/rooms/mairie.css': `:where([data-room='mairie']) {\n  .a {\n  }\n}\n.loose {\n}`,
  'resources/css/rooms/ecole.css': `:where([data-room='ecole']) {\n}`,
  'app/mairie/index.ts': '',
  'app/mairie/plot.ts': 'export const svg = `<rect style="fill:red"/>`',
  'database/migrations/1_votes.ts': '',
  'database/migrations/1795360000001_mairie_create_votes.ts':
    'create table if not exists ecole.pupils (id uuid)',
  'database/migrations/1795360000001_mairie_add_votes.ts': '',
  'resources/views/mairie/a.edge': `<p style="color:red" onclick="x()">\n<script>x()</script><style>p{}</style>`,
  'resources/views/mairie/c.edge': `<p>@!component('x')</p>`,
  'resources/views/mairie/b.edge': `<p>@if(x)\noui\n@end\n@each(x in y)\n@include('c')\n@end\n<a href="javascript:x()">\n<link href="https://cdn.example/x.css">`,
}

test.group('Migrations and views', () => {
  test('there are some', ({ assert }) => {
    assert.isNotEmpty(migrationsOf(house))
    assert.isNotEmpty(viewsOf(house))
  })

  rule('a migration bears its room, its own moment, and its own tables', {
    house: () => badMigrations(house),
    planted: () => planted(BREACHES, badMigrations),
    catches: [
      /1_votes\.ts: not named/,
      /add_votes\.ts: its moment is taken/,
      /create_votes\.ts: it changes ecole\.pupils/,
    ],
  })

  rule('a merged migration is neither edited nor removed', {
    house: () => thawedMigrations(house),
    planted: () =>
      planted(
        {
          [`${FROZEN}/mairie.sha256`]: `${frozenLine('1_kept.ts', 'as it was')}\n${frozenLine('2_gone.ts', '')}\n`,
          'database/migrations/1_kept.ts': 'otherwise',
          'database/migrations/3_new.ts': '',
        },
        thawedMigrations
      ),
    catches: [/1_kept\.ts: it was edited/, /2_gone\.ts: it was merged/, /3_new\.ts: add to/],
  })

  rule('pages obey the content security policy', {
    house: () => [...badMarkup(house), ...badMarkupInCode(house)],
    planted: () => planted(BREACHES, (tree) => [...badMarkup(tree), ...badMarkupInCode(tree)]),
    catches: [
      /a\.edge: an inline style/,
      /a\.edge: an inline handler/,
      /an inline <script>/,
      /a <style>/,
      /javascript:/,
      /b\.edge: something fetched/,
      /plot\.ts/,
    ],
  })

  rule('the styles of a room hold in its pages alone', {
    house: () => looseStyles(house),
    planted: () => planted(BREACHES, looseStyles),
    catches: [/mairie\.css: \.loose \{ is not of/, /ecole\.css: there is no room/],
  })

  rule('tags of Edge stand alone, and no @include is in a loop', {
    house: () => badTags(house),
    planted: () => planted(BREACHES, badTags),
    catches: [/b\.edge:1: a tag/, /b\.edge:5: an @include/, /c\.edge:1: a tag/],
  })
})
