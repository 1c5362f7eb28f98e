using Infra.Databases;

namespace Infra.Tests.Databases;

public sealed class DatabaseCredentialsTests
{
    private const string Password = "correcthorsebatterystaple";

    private static readonly DatabaseCredentials Credentials = new()
    {
        Username = "dekart",
        Password = Password,
        Host = "db.example.com",
        Port = 5432,
        DatabaseName = "maps",
        RequiresTls = true,
    };

    [Fact]
    public void Json_ContainsEveryFieldAndBothUrls() => Assert.Equal(
        """
        {"engine":"postgres","host":"db.example.com","port":5432,"dbname":"maps","username":"dekart","password":"correcthorsebatterystaple",
        "url":"postgres://dekart:correcthorsebatterystaple@db.example.com:5432/maps?sslmode=require",
        "ectoUrl":"ecto://dekart:correcthorsebatterystaple@db.example.com:5432/maps?ssl=true"}
        """.ReplaceLineEndings(""),
        Credentials.Json());

    [Fact]
    public void ToString_HidesThePassword() => Assert.Equal("dekart@db.example.com:5432/maps", $"{Credentials}");
}
