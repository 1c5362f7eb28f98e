using Infra.Configuration.Binding;

namespace Infra.Configuration.Reference;

/// <summary>The sections that describe keys shared by several blocks, whose records are the same or have a common base.</summary>
internal sealed class DescribedKeys
{
    private readonly Dictionary<(Type Record, string Key), string> _sections = [];

    /// <summary>Splits the keys of a block into those described in its own section and those described in another.</summary>
    public (IReadOnlyList<ConfigMember> Own, IReadOnlyList<(ConfigMember Member, string Section)> Shared) Split(ConfigType block, string section)
    {
        var shared = new List<(ConfigMember, string)>();
        var own = new List<ConfigMember>();
        foreach (var member in block.Members)
        {
            if (_sections.TryAdd((member.Property.DeclaringType!, member.Name), section))
            {
                own.Add(member);
            }
            else
            {
                shared.Add((member, _sections[(member.Property.DeclaringType!, member.Name)]));
            }
        }

        return (own, shared);
    }

    /// <summary>References to the sections that describe the shared keys.</summary>
    public static string Reference(IReadOnlyList<(ConfigMember Member, string Section)> shared) => string.Join("\n\n", shared
        .GroupBy(entry => entry.Section, entry => $"`{entry.Member.Name}`")
        .Select(group => $"As in `{group.Key}`: {string.Join(", ", group)}."));
}
