using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace Infra.Tests.Layout;

public sealed class ArchitectureTests
{
    private static readonly ArchUnitNET.Domain.Architecture Infra = new ArchLoader().LoadAssembly(typeof(InfraStack).Assembly).Build();

    [Fact]
    public void Print()
    {
        var edges = new SortedDictionary<string, SortedSet<string>>();
        foreach (var type in Infra.Types.Where(t => t.FullName.StartsWith("Infra.") && !Rule(t.FullName) && !Contents(t.FullName)))
        {
            foreach (var dep in type.Dependencies.Where(d => d.Target.FullName.StartsWith("Infra.") && !Contents(d.Target.FullName)))
            {
                var (a, b) = (Folder(type.FullName), Folder(dep.Target.FullName));
                if (a != b)
                {
                    if (!edges.TryGetValue($"{a} -> {b}", out var set)) { edges[$"{a} -> {b}"] = set = []; }
                    set.Add($"{type.Name}->{dep.Target.Name}");
                }
            }
        }

        File.WriteAllLines("/tmp/edges.txt", edges.Select(e => $"{e.Key}: {string.Join(", ", e.Value.Take(60))}"));
    }

    private static bool Rule(string n) { var x = n.Split('/', '+')[0].Split('`')[0]; return x.EndsWith("Rules") && !x.EndsWith("ShiftRules") || x.EndsWith("Effects") || x.EndsWith("Sums") || x.Contains("Stack.Rules") || x.Contains("Stack.Quotas") || x.EndsWith("RuleChecker"); }
    private static bool Contents(string n) { var x = n.Split('/', '+')[0]; return x is "Infra.InfraStack" or "Infra.Stack.StackConfig" or "Infra.Stack.StackConfigLoader" or "Infra.Stack.StackKeys"; }

    private static string Folder(string name) => string.Join('.', name.Split('.', '/', '+').Skip(1).Take(name.Split('.').Length > 3 ? 1 : 1));
}
