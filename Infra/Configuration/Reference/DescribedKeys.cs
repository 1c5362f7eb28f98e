using Infra.Configuration.Binding;

namespace Infra.Configuration.Reference;

/// <summary>Keys that several blocks have, because their records share a base or are the same, and the block that describes them.</summary>
internal sealed class DescribedKeys
{
    private readonly Dictionary<(Type Record, string Key), string> _sections = [];

    /// <summary>Parts the keys of a block into those to describe in its section and those described in another, with that section.</summary>
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

    /// <summary>Where to look for the keys that are described elsewhere.</summary>
    public static string Reference(IReadOnlyList<(ConfigMember Member, string Section)> shared) => string.Join("\n\n", shared
        .GroupBy(entry => entry.Section, entry => $"`{entry.Member.Name}`")
        .Select(group => $"As in `{group.Key}`: {string.Join(", ", group)}."));
}
