/** What the operator decides of the parapheur for a kind of member. */
export interface ParapheurBlueprint {
  desks: DeskBlueprint[]
  circuits: CircuitBlueprint[]
  types: FolderTypeBlueprint[]
}

/** A desk is where folders wait; whoever bears one of its titles holds it (kept on each sync). */
export interface DeskBlueprint {
  key: string
  name: string
  titles: string[]
}

export interface CircuitBlueprint {
  key: string
  name: string
  steps: CircuitStepBlueprint[]
}

export interface CircuitStepBlueprint {
  action: 'visa' | 'signature' | 'seal'
  /** The key of a desk; a server seal waits for nobody and has none. */
  desk?: string
}

/** What one brings to the parapheur: « Délibération », and the circuit that it follows. */
export interface FolderTypeBlueprint {
  key: string
  name: string
  circuit: string
}

declare module '#kernel/blueprint' {
  interface BlueprintSections {
    parapheur: ParapheurBlueprint
  }
}
