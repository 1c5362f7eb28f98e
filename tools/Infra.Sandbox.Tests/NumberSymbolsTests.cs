using Infra.Sandbox.Evaluation;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Tests.Terraform.Support;

namespace Infra.Sandbox.Tests;

public sealed class NumberSymbolsTests
{
    private static readonly Symbol Version = new(new ResourceKey("aws:ec2/launchTemplate:LaunchTemplate", "shop"), "latestVersion");
    private static readonly Symbol OtherVersion = new(new ResourceKey("aws:ec2/launchTemplate:LaunchTemplate", "other"), "latestVersion");

    private readonly NumberSymbols _numbers = new();

    [Fact]
    public void TextOfAPlaceholder_IsRestoredToItsSymbol()
    {
        var (first, second) = (_numbers.For(Version), _numbers.For(OtherVersion));

        var restored = _numbers.Restore(Graphs.Map(("template", Graphs.Map(("version", $"{second}"))), ("versions", Graphs.List($"{first}"))));

        Assert.Equal(OtherVersion.ToString(), restored.Map("template").Text("version"));
        Assert.Equal([Version.ToString()], restored.Texts("versions").ToArray());
    }

    [Fact]
    public void OtherTexts_AreUnchanged()
    {
        _numbers.For(Version);

        Assert.Equal("7", _numbers.Restore(Graphs.Map(("version", "7"))).Text("version"));
    }
}
