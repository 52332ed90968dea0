/** The steps of a path to elements, without the attribute at its end. */
export const steps = (path: string) =>
  path.split(/\/(?![^[]*\])/).filter((step) => !step.startsWith('@'))

/** The element that a step enters. */
export const nameOf = (step: string) => /^(?:[A-Za-z0-9]+|\.)/.exec(step)![0]

/** What a step wants of its element: `[Child=value]`. */
export const conditionsOf = (step: string) =>
  [...step.matchAll(/\[([^\]=~!]+)(!?[=~])?([^\]]*)\]/g)].map(([, path, sign = '', value]) => ({
    path,
    sign,
    value,
  }))

/** `Parent: Child Child`, as a table of orders. */
export const orders = (table: string): ReadonlyMap<string, string[]> =>
  new Map(
    table
      .trim()
      .split('\n')
      .map((line) => {
        const [name, children] = line.split(': ')
        return [name, children.split(' ')]
      })
  )
