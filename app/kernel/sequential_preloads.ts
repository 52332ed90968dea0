import { Preloader } from '@adonisjs/lucid/orm'

interface Preloading {
  preloads: Record<string, unknown>
  processRelation(name: string, parent: unknown, client: unknown): Promise<void>
  processRelationForMany(name: string, parents: unknown, client: unknown): Promise<void>
}

/**
 * Lucid asks for all the relations of a preload at once. In a tenant's transaction they share one
 * connection: nothing is won, and pg 9 refuses a query while another runs.
 */
export function preloadInTurn(): void {
  const preloader = Preloader.prototype as unknown as Preloading & Record<string, unknown>
  preloader.processAllForOne = async function (this: Preloading, parent: unknown, client: unknown) {
    for (const name of Object.keys(this.preloads)) await this.processRelation(name, parent, client)
  }
  preloader.processAllForMany = async function (
    this: Preloading,
    parents: unknown,
    client: unknown
  ) {
    for (const name of Object.keys(this.preloads))
      await this.processRelationForMany(name, parents, client)
  }
}
