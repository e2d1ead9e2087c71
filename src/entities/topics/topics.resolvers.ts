import { listField, vocabularyField } from '../../fields/links.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import { linkedList, vocabulary } from '../../graph/linked-list.ts';

const priorityAxes = vocabulary('PRIORITY_AXIS');
const themes = vocabulary('THEME');
const axesOfTheme = linkedList('axesOfTheme', ['PRIORITY_AXIS'], ['UNDER_AXIS'], 'to');
const themesOfAxis = linkedList('themesOfAxis', ['THEME'], ['UNDER_AXIS'], 'from');

export const statements = [priorityAxes, themes, axesOfTheme, themesOfAxis];

export const resolvers: Resolvers = {
  Query: { priorityAxes: vocabularyField(priorityAxes), themes: vocabularyField(themes) },
  PriorityAxis: { axisThemes: listField(themesOfAxis) },
  Theme: { axes: listField(axesOfTheme) },
};
