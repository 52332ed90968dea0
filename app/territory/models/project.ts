import { hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import { ProjectSchema } from '#database/schema/territory'
import { TenantModel } from '#kernel/tenancy'
import type { Subject } from '#lib/proof'
import { ProjectNotFound } from '../errors.js'
import type { ProjectStep } from '../rules/project_steps.js'
import Axe from './axe.js'
import AxeAndFiches from './axe_and_fiches.js'
import ProjectCheck from './project_check.js'

/** A territorial digital project: its five steps, its axes, and the years it runs over. */
export default class Project extends TenantModel(ProjectSchema) {
  static table = 'territory.projects'

  declare state: ProjectStep

  @hasMany(() => AxeAndFiches, { onQuery: (query) => query.orderBy('number') })
  declare axes: HasMany<typeof AxeAndFiches>

  @hasMany(() => ProjectCheck)
  declare checks: HasMany<typeof ProjectCheck>

  /** The project of that id in the tenant in context, alone. @throws E_PROJECT_NOT_FOUND */
  static async get(id: string): Promise<Project> {
    return found(await this.find(id))
  }

  /** The same, locked until the end of the transaction: its axes are numbered one at a time. */
  static async hold(id: string): Promise<Project> {
    return found(await this.query().where('id', id).forUpdate().first())
  }

  /** The project with all that its page, its evaluation and its guards read. @throws E_PROJECT_NOT_FOUND */
  static async getWhole(id: string): Promise<Project> {
    const project = await this.query()
      .where('id', id)
      .preload('checks')
      .preload('axes', (axes) =>
        axes.preload('fiches', (fiches) =>
          fiches
            .preload('pilots')
            .preload('axe')
            .preload('indicators', (indicators) => indicators.preload('values'))
        )
      )
      .first()
    return found(project)
  }

  /** Gives an axe its rank, and moves the others along; the project must be locked. */
  async rankAxe(id: string, rank: number): Promise<void> {
    const axes = await Axe.query().where('projectId', this.id).orderBy('number')
    const moved = axes.find((axe) => axe.id === id)!
    const others = axes.filter((axe) => axe !== moved)
    const ordered = [...others.slice(0, rank - 1), moved, ...others.slice(rank - 1)]
    // Two axes never bear one number, not even between two statements.
    for (const axe of axes) await axe.merge({ number: -axe.number }).save()
    for (const [index, axe] of ordered.entries()) await axe.merge({ number: index + 1 }).save()
  }

  get ref(): Subject {
    return { capability: 'territory', type: 'project', id: this.id }
  }
}

function found(project: Project | null): Project {
  if (!project) throw new ProjectNotFound()
  return project
}
