using System.Collections.Immutable;
using Infra.Sandbox.Diagrams.Model;

namespace Infra.Sandbox.Diagrams.Layout;

/// <summary>Fills lines with facts. A fact is only broken where it is longer than a line.</summary>
internal static class TextFlow
{
    private const string Separator = " · ";

    public static ImmutableArray<TextLine> Lines(IEnumerable<Fact> facts, int width, int size)
    {
        var lines = new List<List<TextSpan>>();
        var used = 0;
        foreach (var span in facts.SelectMany(fact => Parts(fact, width, size)))
        {
            var needed = TextMetrics.Width(span.Text, size);
            var separator = TextMetrics.Width(Separator, size);
            if (lines.Count > 0 && !span.StartsLine && used + separator + needed <= width)
            {
                lines[^1].Add(new TextSpan(Separator, ChangeState.Same));
                lines[^1].Add(new TextSpan(span.Text, span.State));
                used += separator + needed;
            }
            else
            {
                lines.Add([new TextSpan(span.Text, span.State)]);
                used = needed;
            }
        }

        return [.. lines.Select(line => new TextLine([.. line]))];
    }

    private static IEnumerable<(string Text, ChangeState State, bool StartsLine)> Parts(Fact fact, int width, int size)
    {
        if (TextMetrics.Width(fact.Text, size) <= width)
        {
            yield return (fact.Text, fact.State, false);
            yield break;
        }

        var line = "";
        foreach (var word in fact.Text.Split(' ').Select(word => TextMetrics.Fit(word, width, size)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (TextMetrics.Width(longer, size) <= width)
            {
                line = longer;
                continue;
            }

            yield return (line, fact.State, true);
            line = word;
        }

        yield return (line, fact.State, true);
    }
}

/// <summary>A line of text.</summary>
internal sealed record TextLine(ImmutableArray<TextSpan> Spans)
{
    public string Text => string.Concat(Spans.Select(span => span.Text));
}

/// <summary>A part of a line, in the color of its state.</summary>
internal sealed record TextSpan(string Text, ChangeState State);
