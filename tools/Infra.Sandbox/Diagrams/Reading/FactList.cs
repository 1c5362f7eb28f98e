using System.Collections;
using System.Collections.Immutable;
using Infra.Sandbox.Diagrams.Model;

namespace Infra.Sandbox.Diagrams.Reading;

/// <summary>Collects the facts of a node; texts that are missing are left out.</summary>
internal sealed class FactList : IEnumerable<Fact>
{
    private readonly ImmutableArray<Fact>.Builder _facts = ImmutableArray.CreateBuilder<Fact>();

    public void Add(string key, string? text) => Add(key, text, FactSide.Left);

    public void Add(string key, string? text, FactSide side)
    {
        if (!string.IsNullOrEmpty(text))
        {
            _facts.Add(new Fact(key, text, side));
        }
    }

    public void Add(IEnumerable<Fact> facts) => _facts.AddRange(facts);

    public ImmutableArray<Fact> ToImmutable() => _facts.ToImmutable();

    public IEnumerator<Fact> GetEnumerator() => ((IEnumerable<Fact>)_facts).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
