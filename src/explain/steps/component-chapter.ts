import type { Chapter } from '../../report';

/** A chapter with the grant year and component that it is about. */
export interface ComponentChapter {
  readonly grantYear: number;
  readonly component: string;
  readonly chapter: Chapter;
}
