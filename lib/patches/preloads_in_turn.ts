interface Preloading {
  preloads: Record<string, unknown>
  processRelation(name: string, parent: unknown, client: unknown): Promise<void>
  processRelationForMany(name: string, parents: unknown, client: unknown): Promise<void>
}

/**
 * Lucid 22.4 asks for all the relations of a preload at once. In a tenant's transaction they share one
 * connection: nothing is won, and pg 9 refuses a query while another runs. `Preloader` is its class.
 */
export function preloadInTurn(Preloader: { prototype: object }): void {
  Object.assign(Preloader.prototype, {
    async processAllForOne(this: Preloading, parent: unknown, client: unknown) {
      for (const name of Object.keys(this.preloads))
        await this.processRelation(name, parent, client)
    },
    async processAllForMany(this: Preloading, parents: unknown, client: unknown) {
      for (const name of Object.keys(this.preloads))
        await this.processRelationForMany(name, parents, client)
    },
  })
}
