import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import { reportDefinitions } from '../../store/reports/report-files';
import type { Context } from '../context';
import { ReportRunsArgs } from '../inputs/list-args';
import { Paging } from '../inputs/paging';
import { pageRequest, toConnection } from '../paging';
import type { ConnectionOf } from '../types/connection';
import { ReportConnection, ReportRunConnection } from '../types/connections';
import { Report, ReportRun } from '../types/report';
import { toReportNode, toRunNode } from './report-nodes';

@Resolver()
export class ReportsResolver {
  @Query(() => ReportConnection, { description: 'The reports there are, by name.' })
  reports(@Args(() => Paging) paging: Paging, @Ctx() { questions }: Context, @Info() info: GraphQLResolveInfo): ConnectionOf<Report> {
    // When each is next due changes by itself.
    questions.reader.lasting = false;
    const { limit, cursor, backward } = pageRequest(paging, info);
    const all = reportDefinitions();
    const rest = all.filter(({ name }) => cursor === null || (backward ? name < cursor : name > cursor));
    const kept = backward ? rest.slice(Math.max(0, rest.length - limit)) : rest.slice(0, limit);
    const more = kept.length < rest.length;
    return toConnection({
      items: kept.map((report) => ({ cursor: report.name, node: toReportNode(report) })), total: all.length,
      hasNextPage: backward ? cursor !== null : more, hasPreviousPage: backward ? more : cursor !== null,
    });
  }

  @Query(() => ReportRunConnection, { description: 'Runs of reports, the last first.' })
  async reportRuns(@Args(() => ReportRunsArgs) args: ReportRunsArgs, @Ctx() { questions }: Context, @Info() info: GraphQLResolveInfo): Promise<ConnectionOf<ReportRun>> {
    const page = await questions.reportRuns({ report: args.report ?? null, status: args.status ?? null }, pageRequest(args, info));
    return toConnection({ ...page, items: page.items.map(({ cursor, node }) => ({ cursor, node: toRunNode(node) })) });
  }

  @Query(() => ReportRun, { nullable: true, description: 'One run of a report; null if there is none of that id.' })
  async reportRun(@Arg('id', () => ID, { description: 'Global id of the run.' }) globalId: string, @Ctx() { questions }: Context): Promise<ReportRun | null> {
    const id = questions.slugOf('ReportRun', globalId);
    const [run] = id === null ? [] : await questions.reportRunsByIds([id]);
    return run === undefined ? null : toRunNode(run);
  }
}

@Resolver(() => Report)
export class ReportResolver {
  @FieldResolver(() => ReportRun, { nullable: true, description: 'Its last run, whatever became of it; null if there is none.' })
  async lastRun(@Root() { name }: Report, @Ctx() { questions }: Context): Promise<ReportRun | null> {
    const run = await questions.lastReportRun(name);
    return run === null ? null : toRunNode(run);
  }
}
