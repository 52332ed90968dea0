import { test } from '@japa/runner'
import { pagerLinks } from '#web/pager'

/** Reads a list of `count` pages: each says the cursor of the one that follows. */
function walk(start: string, cursor: string, count: number): string[] {
  const addresses = [start]
  for (let page = 1; page < count; page++) {
    const separator = start.includes('?') ? '&' : '?'
    const next = `${start}${separator}${cursor}=c${page}`
    addresses.push(pagerLinks(addresses.at(-1)!, next).next!)
  }
  return addresses
}

test.group('The pages of a list', () => {
  for (const [start, cursor] of [
    ['/c/kervalan/actes', 'apres'],
    ['/c/kervalan/parapheur?vue=done', 'avant'],
    ['/p/kervalan/actes?q=salle+polyvalente&nature=1', 'apres'],
  ]) {
    test(`are gone back through one at a time, from ${start}`, ({ assert }) => {
      const addresses = walk(start, cursor, 7)
      for (let page = 6; page > 0; page--) {
        assert.equal(pagerLinks(addresses[page], null).previous, addresses[page - 1])
      }
      assert.isNull(pagerLinks(start, null).previous)
    })
  }

  test('are those of the same list, whose next page is told by its cursor alone', ({ assert }) => {
    const { next } = pagerLinks('/c/kervalan/marches/1/ouverture', '?apres=c1')
    assert.equal(next, '/c/kervalan/marches/1/ouverture?apres=c1&pages=0')
  })

  test('lead to the beginning when nobody knows by which way one came', ({ assert }) => {
    const { previous, first } = pagerLinks('/c/kervalan/actes?q=eau&apres=c9', null)
    assert.isNull(previous)
    assert.equal(first, '/c/kervalan/actes?q=eau')
  })

  test('keep an address that a server takes, however far one reads', ({ assert }) => {
    const cursor = '0197f0e2-6a55-7c11-8d7e-3a1b2c4d5e6f'
    let here = '/c/kervalan/actes'
    for (let page = 0; page < 300; page++) {
      here = pagerLinks(here, `/c/kervalan/actes?apres=${cursor}`).next!
    }
    assert.isBelow(here.length, 4000)
    assert.isNotNull(pagerLinks(here, null).previous)
  })
})
