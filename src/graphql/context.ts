import type { Questions } from '../store/questions/questions';

/** What a resolver may use: the questions of this one request. */
export interface Context {
  questions: Questions;
}
