import type { ClassType } from 'type-graphql';
import { Claim } from './claim';
import { connectionType } from './connection';
import { Incident } from './incident';
import { Actor, Commander, Location } from './party';
import { Report, ReportRun } from './report';
import { Article, Origin } from './source';

export const ActorConnection = connectionType(() => Actor as ClassType<Actor>, 'Actor');
export const CommanderConnection = connectionType(() => Commander as ClassType<Commander>, 'Commander');
export const LocationConnection = connectionType(() => Location as ClassType<Location>, 'Location');
export const ArticleConnection = connectionType(() => Article as ClassType<Article>, 'Article');
export const OriginConnection = connectionType(() => Origin as ClassType<Origin>, 'Origin');
export const IncidentConnection = connectionType(() => Incident as ClassType<Incident>, 'Incident');
export const ClaimConnection = connectionType(() => Claim as ClassType<Claim>, 'Claim');
export const ReportConnection = connectionType(() => Report as ClassType<Report>, 'Report');
export const ReportRunConnection = connectionType(() => ReportRun as ClassType<ReportRun>, 'ReportRun');
