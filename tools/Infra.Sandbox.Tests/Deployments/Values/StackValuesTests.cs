using Infra.Sandbox.Deployments.Values;
using Infra.Sandbox.Terraform;

namespace Infra.Sandbox.Tests.Deployments.Values;

public sealed class StackValuesTests
{
    private static readonly TerraformVariable Password = Variable("password", Characters(32));

    [Fact]
    public void Value_IsGeneratedOnce()
    {
        var first = StackValues.For([Password], kept: null);
        var second = StackValues.For([Password], first.Text());

        Assert.Matches("^[A-Za-z0-9]{32}$", first.Environment["TF_VAR_password"]);
        Assert.Equal(first.Environment, second.Environment);
        Assert.Equal(first.Text(), second.Text());
    }

    [Fact]
    public void TwoStacks_HaveDifferentValues() =>
        Assert.NotEqual(StackValues.For([Password], null).Environment, StackValues.For([Password], null).Environment);

    [Fact]
    public void ValueOfAnotherKind_IsRegenerated()
    {
        var first = StackValues.For([Password], kept: null);
        var longer = StackValues.For([Variable("password", Characters(40))], first.Text());
        var replaced = StackValues.For([Password with { Keepers = "engine=17" }], first.Text());

        Assert.Equal(40, longer.Environment["TF_VAR_password"].Length);
        Assert.NotEqual(first.Environment, replaced.Environment);
    }

    [Fact]
    public void UnusedValue_IsDropped()
    {
        var first = StackValues.For([Password, Variable("suffix", new VariableSource.HexBytes(4))], kept: null);

        Assert.DoesNotContain("suffix", StackValues.For([Password], first.Text()).Text());
    }

    [Fact]
    public void HexBytes_HaveTwoDigitsEach() =>
        Assert.Matches("^[0-9a-f]{8}$", StackValues.For([Variable("suffix", new VariableSource.HexBytes(4))], null).Environment["TF_VAR_suffix"]);

    [Fact]
    public void KnownSecret_IsPassedButNotStored()
    {
        var values = StackValues.For([Variable("token", new VariableSource.Known("plain secret"))], kept: null);

        Assert.Equal("plain secret", values.Environment["TF_VAR_token"]);
        Assert.Equal("{}", values.Text());
    }

    [Fact]
    public void EncryptedSecret_GetsAStablePlaceholder()
    {
        var secret = Variable("config_token", new VariableSource.Configuration("app:token"));
        var first = StackValues.For([secret], kept: null);

        Assert.Equal(first.Environment, StackValues.For([secret], first.Text()).Environment);
    }

    [Fact]
    public void RandomText_HasTheMinimumOfEachKind()
    {
        var text = RandomText.Of(new VariableSource.Characters
        {
            Length = 10,
            Lower = new CharacterKind(true, 2),
            Upper = new CharacterKind(false, 0),
            Numeric = new CharacterKind(true, 3),
            Special = new CharacterKind(true, 4),
            SpecialCharacters = "_-",
        });

        Assert.Equal(10, text.Length);
        Assert.InRange(text.Count(char.IsAsciiLetterLower), 2, 3);
        Assert.InRange(text.Count(char.IsAsciiDigit), 3, 4);
        Assert.InRange(text.Count("_-".Contains), 4, 5);
    }

    private static TerraformVariable Variable(string name, VariableSource source) => new() { Name = name, Source = source, IsSensitive = true };

    private static VariableSource.Characters Characters(int length) => new()
    {
        Length = length,
        Lower = new CharacterKind(true, 0),
        Upper = new CharacterKind(true, 0),
        Numeric = new CharacterKind(true, 0),
        Special = new CharacterKind(false, 0),
    };
}
